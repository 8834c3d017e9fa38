export const possibleTypes = {
  "AgendaEvent": [
    "AgendaChange",
    "AgendaSnapshot",
    "InvalidInput",
    "Refused"
  ],
  "BookForClientResult": [
    "Booked",
    "IdempotencyConflict",
    "InvalidInput",
    "Refused",
    "SlotTaken"
  ],
  "BookSessionResult": [
    "Booked",
    "HoldExpired",
    "IdempotencyConflict",
    "InvalidInput",
    "LinkUnavailable",
    "SlotNotOffered",
    "SlotTaken"
  ],
  "BookingAccessResult": [
    "BookingAccess",
    "BookingNotFound"
  ],
  "BookingPageResult": [
    "BookingPage",
    "LinkUnavailable"
  ],
  "CancelBookingResult": [
    "AlreadyCancelled",
    "BookingCancelled",
    "BookingNotFound",
    "IdempotencyConflict",
    "InvalidInput",
    "TooLate"
  ],
  "CancelSessionResult": [
    "AlreadyCancelled",
    "BookingCancelled",
    "IdempotencyConflict",
    "InvalidInput",
    "Refused"
  ],
  "DeleteTimeOffResult": [
    "Refused",
    "TimeOffDeleted"
  ],
  "ExplainSlotResult": [
    "InvalidInput",
    "Refused",
    "SlotExplanation"
  ],
  "HoldSlotResult": [
    "InvalidInput",
    "LinkUnavailable",
    "SlotHeld",
    "SlotNotOffered",
    "SlotTaken",
    "TooManyHolds"
  ],
  "Node": [
    "Attendee",
    "AvailabilityTemplate",
    "Booking",
    "BookingLink",
    "Client",
    "Coach",
    "SessionType",
    "TimeOff"
  ],
  "Problem": [
    "AlreadyCancelled",
    "BookingNotFound",
    "HoldExpired",
    "IdempotencyConflict",
    "InvalidInput",
    "LinkUnavailable",
    "Refused",
    "SlotNotOffered",
    "SlotTaken",
    "TooLate",
    "TooManyHolds"
  ],
  "RescheduleBookingResult": [
    "AlreadyCancelled",
    "BookingMoved",
    "BookingNotFound",
    "IdempotencyConflict",
    "InvalidInput",
    "SlotNotOffered",
    "SlotTaken",
    "TooLate"
  ],
  "RescheduleSessionResult": [
    "AlreadyCancelled",
    "BookingMoved",
    "IdempotencyConflict",
    "InvalidInput",
    "Refused",
    "SlotTaken"
  ],
  "SaveAvailabilityTemplateResult": [
    "AvailabilityTemplateSaved",
    "InvalidInput",
    "Refused"
  ],
  "SaveSessionTypeResult": [
    "InvalidInput",
    "Refused",
    "SessionTypeSaved"
  ],
  "SaveTimeOffResult": [
    "InvalidInput",
    "Refused",
    "TimeOffSaved"
  ],
  "SlotsEvent": [
    "InvalidInput",
    "LinkUnavailable",
    "SlotChange",
    "SlotList"
  ],
  "SlotsResult": [
    "InvalidInput",
    "LinkUnavailable",
    "SlotList"
  ]
};
