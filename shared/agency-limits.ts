/** How much an agency allows itself before it says otherwise; the data file begins with the same numbers. */
export const firstLimits = { clientsPerPartner: 8, clientsInHoneymoon: 2 } as const;
