package io.tidegate.model.command;

import io.tidegate.model.venue.VenueTerms;

/// Makes a venue account known, or changes its terms.
///
/// @param account the tenant that owns it
/// @param venue   the venue's id, such as `binance`
/// @param label   tells several registrations of one venue apart
public record DefineVenueAccount(String account, String venue, String label, VenueTerms terms) implements Command {}
