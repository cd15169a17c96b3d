"""MiniStack, with the gaps filled that a pipeline falls into."""
