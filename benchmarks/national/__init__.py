"""A project as large as the country: made for measuring, of facts about regions and invented words."""
