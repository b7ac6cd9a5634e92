"""Everything in a document that dates something, as EDTF."""
