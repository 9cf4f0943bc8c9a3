"""The engine: what must exist, who makes it, and what lies in the build folder."""
