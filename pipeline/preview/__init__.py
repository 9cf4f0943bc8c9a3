"""A local page that shows documents while they are written: pages, findings and where everything stands."""
