"""What the Local Offer's pages read, a module for each place it is read at."""
