import type { MessageWording } from '../../messageWording';

export const GERMAN_MESSAGES: MessageWording = {
	requestSubject: 'Bitte annehmen oder zurückgeben: {title}',
	requestText:
		'{sender} übergibt „{title}“. {receiver}, bitte sehen Sie es an und entscheiden Sie bis {due}. Ohne Antwort wird nichts angenommen.',
	requestRisks: 'Vor der Entscheidung bekannt',
	requestWaived: 'Ausnahme erteilt von {approver} bis {until}: {reason}',
	requestTurn: 'Sie werden nacheinander gefragt: Jetzt sind Sie an der Reihe.',
	requestForwarded: '{name} hat dies an Sie weitergegeben:',
	decideButton: 'Ansehen und entscheiden',
	recordButton: 'Datensatz öffnen',
	codeSubject: 'Ihr Code für: {title}',
	codeText:
		'Die Entscheidungsseite von „{title}“ fragt Sie nach diesem Code. Er gehört Ihnen allein: Geben Sie ihn nicht weiter.',
	reminderSubject: 'Erinnerung: „{title}“ wartet auf {receiver}',
	reminderText:
		'{receiver} wurde gebeten, bis {due} über „{title}“ zu entscheiden. Bitte tun Sie es jetzt.',
	escalationSubject: 'Überfällig: „{title}“ wartet auf {receiver}',
	escalationText: 'Niemand von {receiver} hat über „{title}“ entschieden. Fällig war es am {due}.',
	plannedFor: 'Diese Nachricht war für {at} vorgesehen: {milestone}.',
	milestoneShare: '{percent} % der Zeit zum Antworten',
	milestoneDeadline: 'der Fälligkeitszeitpunkt',
	milestoneBefore: '{time} Arbeitszeit vor Fälligkeit',
	milestoneAfter: '{time} Arbeitszeit nach Fälligkeit',
	labelAsked: 'Gefragt',
	labelAskedOn: 'Gefragt am',
	labelDue: 'Fällig war es',
	labelBy: 'Entschieden von',
	labelAt: 'Entschieden am',
	labelProof: 'Woher wir das wissen',
	labelTime: 'Arbeitszeit bisher',
	timeOnSides: '{senderTime} bei {sender}, {receiverTime} bei {receiver}',
	proofLink: 'ein eigener signierter Link',
	proofName: 'der eingegebene Name',
	proofPassword: 'das Passwort der Seite',
	proofCode: 'ein zugesandter Code',
	receiptSubject: 'Angenommen: {title}',
	receiptText: '{name} hat „{title}“ für {receiver} angenommen. {sender} hat nichts mehr zu tun.',
	receiptConfirmed: 'Bestätigt',
	receiptCorrected: 'Von {receiver} berichtigt, bitte im Datensatz nachtragen',
	voteSubject: 'Angenommen von {name}: {title}',
	voteText:
		'{name} hat „{title}“ angenommen. Es gilt, sobald so viele Personen angenommen haben: {needed}; bisher: {count}.',
	returnSubject: 'Zurückgegeben: {title}',
	returnText: '{name} von {receiver} hat „{title}“ aus diesen Gründen zurückgegeben:',
	returnNext:
		'{sender}, bitte vervollständigen Sie den Datensatz. Er wird nach der Änderung neu geprüft und geht dann als nächster Versuch an {receiver}.',
	expirySubject: 'Keine Entscheidung: {title}',
	expiryText:
		'Niemand von {receiver} hat entschieden, und die Links sind jetzt geschlossen. Nichts wurde angenommen und nichts zurückgegeben: „{title}“ wartet weiter, und es liegt noch bei {receiver}.',
	notYetTitle: 'Sie sind noch nicht an der Reihe',
	notYetText:
		'„{title}“ wird einer Person nach der anderen vorgelegt. Sie erhalten eine Nachricht, sobald Sie an der Reihe sind.',
	turnRule: 'Sie werden nacheinander gefragt.',
	historyReturned: 'Versuch {attempt} wurde zurückgegeben',
	historyUnanswered: 'Auf Versuch {attempt} hat niemand geantwortet',
	historyEarlier: 'Versuch {attempt}, vor diesem',
};
