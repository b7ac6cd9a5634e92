"""Who is who across documents: namesakes, spellings, what people are called, and how two voices may be one."""
