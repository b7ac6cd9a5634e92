"""What happened in a document so that something was said: which meeting, interview or letter each report is of."""
