"""Where the embedded PostgreSQL and Valkey of a data folder listen. Standard library only: settings import this."""
