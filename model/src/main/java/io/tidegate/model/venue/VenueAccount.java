package io.tidegate.model.venue;

/// One account at one venue, behind one registration. Positions and balances are kept per venue account.
///
/// @param id      given by the core in the order of definition, from 1
/// @param account the tenant that owns it
/// @param venue   the venue's id, such as `binance`
/// @param label   tells several registrations of one venue apart, such as `main`
/// @param terms   what holds for every order there
public record VenueAccount(int id, String account, String venue, String label, VenueTerms terms) {
    /// The name that people use, such as `binance:main`.
    public String name() {
        return venue + ":" + label;
    }
}
