"""Bylines, datelines and sign-offs: authors, agencies, places, and which days an article is from."""
