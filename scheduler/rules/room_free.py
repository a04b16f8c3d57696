"""A room holds one session at a time, and none outside its Availability or during an absence."""

CODE = "room-free"
