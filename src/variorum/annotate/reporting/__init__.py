"""Who is reported to say what, by the words of one document: drafts of attributions."""
