"""Parts of the second step: what holds of a whole page, and the choices of headline, lead and end."""
