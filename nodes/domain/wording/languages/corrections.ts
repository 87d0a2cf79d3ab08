import type { Wording } from '../wording';
import type { correctionTexts } from '../correctionWording';

type CorrectionWording = Pick<Wording, keyof typeof correctionTexts>;

export const DUTCH_CORRECTIONS: CorrectionWording = {
	correctTitle: 'Een waarde corrigeren',
	correctHint:
		'Wijzig alleen wat niet klopt. {sender} krijgt te horen wat u hebt gewijzigd; het record zelf blijft zoals het is.',
	correctList: 'Eén vermelding per regel.',
	correctCheck: 'Mijn correcties controleren',
	correctedTitle: 'Met uw correcties',
	correctedValue: '{label}: {to} in plaats van {from}',
	correctedReady: 'Opnieuw beoordeeld is de overdracht gereed.',
	correctedOpen: 'Opnieuw beoordeeld blijft dit open: {points}.',
	correctedNothing: 'U hebt nog geen waarde gewijzigd.',
	correctedNote: 'Er is nog niets verzonden.',
	correctedBy: 'Gecorrigeerd door {name}; het was {from}.',
	correctionRefused: 'Met deze waarde zou het niet gereed zijn: {label}.',
	noValue: 'geen waarde',
	valueYes: 'Ja',
	valueNo: 'Nee',
	historyCorrected: '{name} heeft {label} gecorrigeerd: {to} in plaats van {from}',
};

export const FRENCH_CORRECTIONS: CorrectionWording = {
	correctTitle: 'Corriger une valeur',
	correctHint:
		'Ne modifiez que ce qui est faux. {sender} est informé de vos modifications ; la fiche elle-même reste inchangée.',
	correctList: 'Une entrée par ligne.',
	correctCheck: 'Vérifier mes corrections',
	correctedTitle: 'Avec vos corrections',
	correctedValue: '{label} : {to} au lieu de {from}',
	correctedReady: 'Après nouvelle évaluation, la passation est prête.',
	correctedOpen: 'Après nouvelle évaluation, il reste : {points}.',
	correctedNothing: 'Vous n’avez encore modifié aucune valeur.',
	correctedNote: 'Rien n’a encore été envoyé.',
	correctedBy: 'Corrigé par {name} ; auparavant : {from}.',
	correctionRefused: 'Avec cette valeur, elle ne serait pas prête : {label}.',
	noValue: 'aucune valeur',
	valueYes: 'Oui',
	valueNo: 'Non',
	historyCorrected: '{name} a corrigé {label} : {to} au lieu de {from}',
};

export const GERMAN_CORRECTIONS: CorrectionWording = {
	correctTitle: 'Einen Wert berichtigen',
	correctHint:
		'Ändern Sie nur, was falsch ist. {sender} erfährt, was Sie geändert haben; der Datensatz selbst bleibt, wie er ist.',
	correctList: 'Ein Eintrag je Zeile.',
	correctCheck: 'Meine Berichtigungen prüfen',
	correctedTitle: 'Mit Ihren Berichtigungen',
	correctedValue: '{label}: {to} statt {from}',
	correctedReady: 'Neu beurteilt ist die Übergabe vollständig.',
	correctedOpen: 'Neu beurteilt bleibt offen: {points}.',
	correctedNothing: 'Sie haben noch keinen Wert geändert.',
	correctedNote: 'Es wurde noch nichts gesendet.',
	correctedBy: 'Berichtigt von {name}; vorher: {from}.',
	correctionRefused: 'Mit diesem Wert wäre sie nicht vollständig: {label}.',
	noValue: 'kein Wert',
	valueYes: 'Ja',
	valueNo: 'Nein',
	historyCorrected: '{name} hat {label} berichtigt: {to} statt {from}',
};

export const PORTUGUESE_CORRECTIONS: CorrectionWording = {
	correctTitle: 'Corrigir um valor',
	correctHint:
		'Altere apenas o que está errado. {sender} será informado do que alterou; o registro em si fica como está.',
	correctList: 'Uma entrada por linha.',
	correctCheck: 'Verificar as minhas correções',
	correctedTitle: 'Com as suas correções',
	correctedValue: '{label}: {to} em vez de {from}',
	correctedReady: 'Avaliada de novo, a passagem está pronta.',
	correctedOpen: 'Avaliada de novo, continua em aberto: {points}.',
	correctedNothing: 'Ainda não alterou nenhum valor.',
	correctedNote: 'Ainda não foi enviado nada.',
	correctedBy: 'Corrigido por {name}; antes era {from}.',
	correctionRefused: 'Com este valor não estaria pronta: {label}.',
	noValue: 'sem valor',
	valueYes: 'Sim',
	valueNo: 'Não',
	historyCorrected: '{name} corrigiu {label}: {to} em vez de {from}',
};

export const SPANISH_CORRECTIONS: CorrectionWording = {
	correctTitle: 'Corregir un valor',
	correctHint:
		'Cambie solo lo que está mal. Se informa a {sender} de lo que ha cambiado; el registro en sí queda como está.',
	correctList: 'Una entrada por línea.',
	correctCheck: 'Comprobar mis correcciones',
	correctedTitle: 'Con sus correcciones',
	correctedValue: '{label}: {to} en lugar de {from}',
	correctedReady: 'Evaluado de nuevo, el traspaso está listo.',
	correctedOpen: 'Evaluado de nuevo, queda pendiente: {points}.',
	correctedNothing: 'Todavía no ha cambiado ningún valor.',
	correctedNote: 'Todavía no se ha enviado nada.',
	correctedBy: 'Corregido por {name}; antes era {from}.',
	correctionRefused: 'Con este valor no estaría listo: {label}.',
	noValue: 'sin valor',
	valueYes: 'Sí',
	valueNo: 'No',
	historyCorrected: '{name} corrigió {label}: {to} en lugar de {from}',
};
