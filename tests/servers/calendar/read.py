"""Reads an .ics file with icalendar and prints each event as a line of JSON: read.py FILE"""
import datetime
import json
import sys

import icalendar

with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
for name in ("VERSION", "PRODID"):
    if name not in calendar:
        sys.exit(f"there is no {name}")
if calendar.errors:
    sys.exit(str(calendar.errors))
for event in calendar.walk("VEVENT"):
    if event.errors or "DTSTAMP" not in event:
        sys.exit(f"{event['UID']}: {event.errors or 'there is no DTSTAMP'}")
    start = event["DTSTART"].dt.astimezone(datetime.timezone.utc)
    print(json.dumps({"id": str(event["UID"]), "start": start.strftime("%Y-%m-%dT%H:%M:%SZ"), "title": str(event["SUMMARY"])}))
