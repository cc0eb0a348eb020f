"""Days and times of day, as news pages write them."""
