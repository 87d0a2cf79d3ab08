import type { MessageWording } from '../../messageWording';

export const DUTCH_MESSAGES: MessageWording = {
	requestSubject: 'Graag accepteren of terugsturen: {title}',
	requestText:
		'{sender} draagt “{title}” over. {receiver}, bekijk het en beslis vóór {due}. Zonder antwoord wordt niets geaccepteerd.',
	requestRisks: 'Bekend vóór de beslissing',
	requestWaived: 'Uitzondering verleend door {approver} tot {until}: {reason}',
	requestTurn: 'U wordt na elkaar gevraagd: nu bent u aan de beurt.',
	requestForwarded: '{name} heeft dit aan u doorgegeven:',
	decideButton: 'Bekijken en beslissen',
	recordButton: 'Record openen',
	codeSubject: 'Uw code voor: {title}',
	codeText:
		'De beslispagina van “{title}” vraagt u om deze code. Die is alleen van u: geef hem niet door.',
	reminderSubject: 'Herinnering: “{title}” wacht op {receiver}',
	reminderText: 'Aan {receiver} is gevraagd vóór {due} over “{title}” te beslissen. Doe dat nu.',
	escalationSubject: 'Te laat: “{title}” wacht op {receiver}',
	escalationText: 'Niemand van {receiver} heeft over “{title}” beslist. De termijn liep tot {due}.',
	plannedFor: 'Dit bericht was gepland voor {at}: {milestone}.',
	milestoneShare: '{percent} % van de antwoordtijd',
	milestoneDeadline: 'het einde van de termijn',
	milestoneBefore: '{time} werktijd vóór het einde van de termijn',
	milestoneAfter: '{time} werktijd na het einde van de termijn',
	labelAsked: 'Gevraagd',
	labelAskedOn: 'Gevraagd op',
	labelDue: 'De termijn liep tot',
	labelBy: 'Beslist door',
	labelAt: 'Beslist op',
	labelProof: 'Hoe we dat weten',
	labelTime: 'Werktijd tot nu toe',
	timeOnSides: '{senderTime} bij {sender}, {receiverTime} bij {receiver}',
	proofLink: 'een eigen ondertekende link',
	proofName: 'de ingevulde naam',
	proofPassword: 'het wachtwoord van de pagina',
	proofCode: 'een apart verzonden code',
	receiptSubject: 'Geaccepteerd: {title}',
	receiptText:
		'{name} heeft “{title}” namens {receiver} geaccepteerd. {sender} hoeft niets meer te doen.',
	receiptConfirmed: 'Bevestigd',
	receiptCorrected: 'Gecorrigeerd door {receiver}, nog in het record te zetten',
	voteSubject: 'Geaccepteerd door {name}: {title}',
	voteText:
		'{name} heeft “{title}” geaccepteerd. Aantal mensen dat moet accepteren: {needed}; tot nu toe: {count}.',
	returnSubject: 'Teruggestuurd: {title}',
	returnText: '{name} van {receiver} heeft “{title}” om deze redenen teruggestuurd:',
	returnNext:
		'{sender}, vul het record aan. Het wordt opnieuw gecontroleerd zodra het wijzigt en gaat dan als volgende poging naar {receiver}.',
	expirySubject: 'Geen beslissing: {title}',
	expiryText:
		'Niemand van {receiver} heeft beslist, en de links zijn nu gesloten. Er is niets geaccepteerd en niets teruggestuurd: “{title}” wacht nog steeds, en ligt nog bij {receiver}.',
	notYetTitle: 'U bent nog niet aan de beurt',
	notYetText:
		'“{title}” wordt aan de een na de ander voorgelegd. U krijgt een bericht zodra u aan de beurt bent.',
	turnRule: 'Zij worden na elkaar gevraagd.',
	historyReturned: 'Poging {attempt} is teruggestuurd',
	historyUnanswered: 'Niemand heeft op poging {attempt} geantwoord',
	historyEarlier: 'Poging {attempt}, vóór deze',
};
