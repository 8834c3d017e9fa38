export const possibleTypes = {
  "Problem": [
    "AddressUnproven",
    "AlreadyCancelled",
    "AlreadyOffered",
    "AlreadySeated",
    "AlreadyWaiting",
    "BookingNotFound",
    "HoldExpired",
    "IdempotencyConflict",
    "InvalidInput",
    "LinkUnavailable",
    "NoPlan",
    "NotWaiting",
    "NotYet",
    "OfferGone",
    "PlanChanged",
    "Refused",
    "SeriesClash",
    "SlotNotOffered",
    "SlotTaken",
    "TimeFree",
    "TooLate",
    "TooManyAttempts",
    "TooManyHolds",
    "TooManyWaiting",
    "UndoExpired",
    "WaitingNotFound",
    "WrongCode"
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
  "WhyNotResult": [
    "InvalidInput",
    "LinkUnavailable",
    "WhyNot"
  ]
};
