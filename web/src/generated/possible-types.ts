export const possibleTypes = {
  "ChangeBulkRunResult": [
    "BulkRunChanged",
    "BulkRunSaved",
    "InvalidInput",
    "Refused"
  ],
  "ChangeSeriesResult": [
    "IdempotencyConflict",
    "InvalidInput",
    "Refused",
    "SeriesChanged",
    "SeriesClash"
  ],
  "Problem": [
    "AddressUnproven",
    "AlreadyCancelled",
    "AlreadyOffered",
    "AlreadySeated",
    "AlreadyWaiting",
    "BookingNotFound",
    "BulkChangeClash",
    "BulkRunChanged",
    "HoldExpired",
    "IdempotencyConflict",
    "InvalidInput",
    "LinkSeriesClash",
    "LinkUnavailable",
    "NoPlan",
    "NotWaiting",
    "NotYet",
    "OfferGone",
    "PlanChanged",
    "Refused",
    "SeriesClash",
    "SharedFileRefused",
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
  "SaveProgramResult": [
    "InvalidInput",
    "ProgramSaved",
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
