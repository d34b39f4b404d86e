/** What a session tells the candidate about itself. */
export const notices = {
  pausedBefore: 'The interview is paused. Its clock stands still until you go on.',
  pausedAlone: 'Nobody was connected for two minutes, so the interview paused itself.',
  grace: 'Time is up. What you have typed still counts if you send it within a minute.',
  tryAgain: 'What was said before is kept.',
  internal: 'Something went wrong in the program. The log of the server says what.',
  ended: 'The interview has ended; nothing can be added to it.',
  mostTurns: (turns: number) =>
    `You have said ${turns} turns, which is the most an interview holds. End it; what was said is kept.`,
  mostCharacters: (characters: number) =>
    `With this the interview would hold more than ${characters} characters of yours, which is the most. Say it shorter, or end it.`,
  emptyTurn: 'There is nothing to send yet.',
  turnReused: 'A turn with this id was stored with other words. Reload the page, then send them again.',
  boardUnknown: 'The board has changed since. Look at it, then send again.',
  commandReused: 'This id was used for another command. Reload the page, then try again.',
  noHint: 'There is no hint to give at this point.',
  noCoaching: 'There is no answer here to coach on yet.',
  noCoachingInMock: 'A mock runs like the real thing: coaching is there in practice mode only.',
  notPaused: 'The interview is not paused.',
} as const
