"""How alike two attributions are in meaning: their words as a network reads them, each in its surroundings."""
