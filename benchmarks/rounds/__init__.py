"""What warm contenders do in one round; each function runs in a process of its own (``benchmarks.warm``)."""
