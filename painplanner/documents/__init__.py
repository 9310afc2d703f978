"""A plan and its patient become frozen blocks, and blocks become text or pages; layout lives in pdf alone."""
