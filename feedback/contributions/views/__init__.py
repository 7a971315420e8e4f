"""Pages: of everybody, of whoever holds a receipt, of moderators, of safeguarding leads, of those who answer."""
