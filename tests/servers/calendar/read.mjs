// Reads an .ics file with ical.js, strictly, and prints each event as a line of JSON: read.mjs FILE
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
for (const name of ["version", "prodid"]) {
  if (!calendar.getFirstPropertyValue(name)) throw new Error(`there is no ${name}`);
}
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component, { strictExceptions: true });
  if (!component.getFirstPropertyValue("dtstamp")) throw new Error(`${event.uid} has no dtstamp`);
  console.log(JSON.stringify({ id: event.uid, start: event.startDate.toJSDate().toISOString().slice(0, 19) + "Z", title: event.summary }));
}
