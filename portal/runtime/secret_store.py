"""The secrets the portal needs. Standard library only: settings import this."""
