/**
 * Words that carry no meaning of their own in a comparison: English function words, the words of
 * asking, and those by which a question names its source (“According to the document, …”).
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or but nor so yet if then than as at by for from in into of off on onto out over to up ' +
    'with within without about above across after against along among around before behind below ' +
    'beneath beside besides between beyond despite down during except inside like near past per since ' +
    'through throughout till toward towards under until upon via while whilst ' +
    'i me my mine we us our ours you your yours he him his she her hers it its they them their theirs ' +
    'himself herself itself themselves who whom whose which what when where why how that this these those ' +
    'there here am is are was were be been being do does did doing done has have had having can could may ' +
    'might must shall should will would not no also both each either neither every all any some such ' +
    'other others another more most much many less least few fewer several own same only just even still ' +
    'very too again further once because although though unless whether however therefore thus hence ' +
    "rather instead one ones it's don't doesn't didn't isn't wasn't aren't weren't " +
    'according document article author text passage section says said say true false following'
  ).split(' '),
);
