"""Where things stand on the page, in mm, against the house style."""
