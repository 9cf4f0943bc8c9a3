"""What writers keep in YAML: read with positions, checked against the models."""
