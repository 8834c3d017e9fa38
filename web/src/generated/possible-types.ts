export const possibleTypes = {
  "AgendaEvent": [
    "AgendaChange",
    "AgendaSnapshot",
    "InvalidInput",
    "Refused"
  ],
  "AvailabilityDaysResult": [
    "AvailabilityDays",
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
  "DeleteAvailabilityTemplateResult": [
    "AvailabilityTemplateDeleted",
    "InvalidInput",
    "Refused"
  ],
  "DeleteTimeOffResult": [
    "Refused",
    "TimeOffDeleted"
  ],
  "DeleteTravelResult": [
    "InvalidInput",
    "Refused",
    "TravelDeleted"
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
  "HolidayPlacesResult": [
    "HolidayPlaceList",
    "InvalidInput"
  ],
  "Node": [
    "Attendee",
    "AvailabilityTemplate",
    "Booking",
    "BookingLink",
    "Client",
    "Coach",
    "DateOverride",
    "Holiday",
    "SessionType",
    "TimeOff",
    "Travel"
  ],
  "PreviewAvailabilityResult": [
    "AvailabilityPreview",
    "InvalidInput",
    "Refused"
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
  "RemoveDateOverridesResult": [
    "DateOverridesRemoved",
    "InvalidInput",
    "Refused"
  ],
  "RequestMoveResult": [
    "AlreadyCancelled",
    "InvalidInput",
    "MoveRequestSaved",
    "Refused"
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
  "SaveHolidaysResult": [
    "HolidaysSaved",
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
  "SaveTravelResult": [
    "InvalidInput",
    "Refused",
    "TravelSaved"
  ],
  "SetDateOverridesResult": [
    "DateOverridesSaved",
    "InvalidInput",
    "Refused"
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
  ],
  "UpdateClientResult": [
    "ClientSaved",
    "InvalidInput",
    "Refused"
  ],
  "UpdateCoachResult": [
    "CoachSaved",
    "InvalidInput",
    "Refused"
  ],
  "UpdateSeatResult": [
    "BookingNotFound",
    "InvalidInput",
    "SeatSaved"
  ],
  "WhyNotResult": [
    "InvalidInput",
    "LinkUnavailable",
    "WhyNot"
  ]
};
