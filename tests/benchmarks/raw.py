"""Reading as close to the wire as Python gets: what a query costs before anything is made of its rows."""

import psycopg
from django.db import connection


def read_binary(query: str) -> None:
    """Every row of this query, in PostgreSQL's binary format. Django's own cursors read text."""
    connection.ensure_connection()
    with psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(query, binary=True)
        cursor.fetchall()
