export const possibleTypes = {
  "AcceptOfferResult": [
    "AddressUnproven",
    "Booked",
    "IdempotencyConflict",
    "InvalidInput",
    "OfferGone",
    "WaitingNotFound"
  ],
  "AgendaEvent": [
    "AgendaChange",
    "AgendaSnapshot",
    "InvalidInput",
    "Refused"
  ],
  "ApproveBookingResult": [
    "BookingApproved",
    "IdempotencyConflict",
    "InvalidInput",
    "NotWaiting",
    "Refused"
  ],
  "AvailabilityDaysResult": [
    "AvailabilityDays",
    "InvalidInput",
    "Refused"
  ],
  "BookForClientResult": [
    "AlreadySeated",
    "Booked",
    "IdempotencyConflict",
    "InvalidInput",
    "Refused",
    "SlotTaken"
  ],
  "BookSessionResult": [
    "AlreadySeated",
    "Booked",
    "EmailProofNeeded",
    "HoldExpired",
    "IdempotencyConflict",
    "InvalidInput",
    "LinkUnavailable",
    "SlotNotOffered",
    "SlotTaken",
    "TooManyAttempts",
    "TooManyHolds"
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
  "DeclineBookingResult": [
    "BookingDeclined",
    "IdempotencyConflict",
    "InvalidInput",
    "NotWaiting",
    "Refused"
  ],
  "DeclineOfferResult": [
    "IdempotencyConflict",
    "InvalidInput",
    "OfferDeclined",
    "OfferGone",
    "WaitingNotFound"
  ],
  "DeleteAvailabilityTemplateResult": [
    "AvailabilityTemplateDeleted",
    "InvalidInput",
    "Refused"
  ],
  "DeleteBookingLinkResult": [
    "BookingLinkDeleted",
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
    "TooManyAttempts",
    "TooManyHolds"
  ],
  "HolidayPlacesResult": [
    "HolidayPlaceList",
    "InvalidInput"
  ],
  "JoinWaitlistResult": [
    "AlreadyWaiting",
    "IdempotencyConflict",
    "InvalidInput",
    "LinkUnavailable",
    "SlotNotOffered",
    "TimeFree",
    "TooManyWaiting",
    "WaitlistJoined"
  ],
  "LeaveWaitlistResult": [
    "WaitingAccess",
    "WaitingNotFound"
  ],
  "LinksEvent": [
    "LinksChange",
    "Refused"
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
    "Offer",
    "SessionType",
    "TimeOff",
    "Travel",
    "WaitlistEntry"
  ],
  "OfferByHandResult": [
    "AlreadyOffered",
    "IdempotencyConflict",
    "InvalidInput",
    "OfferMade",
    "Refused",
    "SlotTaken"
  ],
  "PreviewAvailabilityResult": [
    "AvailabilityPreview",
    "InvalidInput",
    "Refused"
  ],
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
    "NotWaiting",
    "NotYet",
    "OfferGone",
    "Refused",
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
  "ProveEmailResult": [
    "AlreadySeated",
    "Booked",
    "HoldExpired",
    "IdempotencyConflict",
    "InvalidInput",
    "LinkUnavailable",
    "SlotNotOffered",
    "SlotTaken",
    "TooManyAttempts",
    "TooManyHolds",
    "WrongCode"
  ],
  "RecordAttendanceResult": [
    "AlreadyCancelled",
    "AttendanceRecorded",
    "IdempotencyConflict",
    "InvalidInput",
    "NotYet",
    "Refused"
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
    "AlreadySeated",
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
  "SaveBookingLinkResult": [
    "BookingLinkSaved",
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
  "SendCodeResult": [
    "CodeSent",
    "HoldExpired",
    "InvalidInput",
    "TooManyAttempts"
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
  "UndoChangeResult": [
    "ChangeUndone",
    "IdempotencyConflict",
    "InvalidInput",
    "Refused",
    "SlotTaken",
    "UndoExpired"
  ],
  "UpdateAddressResult": [
    "AddressSaved",
    "InvalidInput",
    "Refused"
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
  "WaitingBookingsEvent": [
    "Refused",
    "WaitingBookings"
  ],
  "WaitingEntryResult": [
    "Refused",
    "WaitingEntryChanged"
  ],
  "WaitingResult": [
    "WaitingAccess",
    "WaitingNotFound"
  ],
  "WaitlistEvent": [
    "Refused",
    "Waitlist"
  ],
  "WaitlistSettingsResult": [
    "InvalidInput",
    "Refused",
    "WaitlistSettings"
  ],
  "WhyNotResult": [
    "InvalidInput",
    "LinkUnavailable",
    "WhyNot"
  ],
  "WithdrawOfferResult": [
    "OfferGone",
    "OfferWithdrawn",
    "Refused"
  ]
};
