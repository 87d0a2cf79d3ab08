import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;
const CLOCK_SKEW_MS = 60 * 60 * 1000;

export interface Certificates {
	/** Certificate of the authority; programs that shall trust the stand-ins get this. */
	authority: string;
	/** Certificate of the stand-ins, valid for the given hosts. */
	certificate: string;
	privateKey: string;
}

/**
 * Makes a throw-away certificate authority and one certificate for all hosts, as PEM text. The
 * authority's key is dropped at once, so nobody can ever sign anything else with it.
 */
export async function makeCertificates(hosts: string[]): Promise<Certificates> {
	const authorityKeys = await makeKeys();
	const serverKeys = await makeKeys();
	const validity = {
		notBefore: new Date(Date.now() - CLOCK_SKEW_MS),
		notAfter: new Date(Date.now() + LIFETIME_MS),
		signingAlgorithm: ALGORITHM,
	};
	const authority = await x509.X509CertificateGenerator.createSelfSigned({
		...validity,
		name: 'CN=Handoff stand-ins (throw-away)',
		keys: authorityKeys,
		extensions: [
			new x509.BasicConstraintsExtension(true, 0, true),
			new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
		],
	});
	const certificate = await x509.X509CertificateGenerator.create({
		...validity,
		subject: 'CN=Handoff stand-in',
		issuer: authority.subject,
		publicKey: serverKeys.publicKey,
		signingKey: authorityKeys.privateKey,
		extensions: [
			new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
			new x509.SubjectAlternativeNameExtension(
				hosts.map((value) => ({ type: 'dns' as const, value })),
			),
		],
	});
	return {
		authority: authority.toString('pem'),
		certificate: certificate.toString('pem'),
		privateKey: await exportKey(serverKeys.privateKey),
	};
}

async function makeKeys() {
	return await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

async function exportKey(key: CryptoKey): Promise<string> {
	return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}
