/** E-mail addresses are compared without regard to case or blanks around them. */
export const normalise = (email: string): string => email.trim().toLowerCase();

export const sameAddress = (one: string, other: string): boolean =>
	normalise(one) === normalise(other);

/** What stands behind the last `@`, in lower case. */
export const domainOf = (email: string): string =>
	normalise(email).slice(normalise(email).lastIndexOf('@') + 1);
