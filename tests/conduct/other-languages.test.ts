import { describe, expect, test } from 'vitest'
import { conductGate } from '#src/conduct/sentence-gate.ts'
import { speechCues } from '#src/conduct/speech-cues.ts'
import type { Language } from '#src/domain/language.ts'
import { lexicon, phrases } from '../interviewer/fixtures.ts'

const breachIn = (language: Language, sentence: string) =>
  conductGate({
    move: 'probe',
    language,
    maxWords: 60,
    minutes: [5],
    secrets: [],
    facts: [],
    known: '',
    planned: '',
    said: '',
    candidateSaid: '',
    cues: speechCues({ phrases, lexicon, language }),
    holdsItsAnswer: () => false,
    hasPlaceFor: () => true,
  }).breachOf(sentence)

const judging: readonly [Language, string[]][] = [
  [
    'de',
    [
      'Sehr gut.',
      'Das ist eine gute Antwort.',
      'Genau.',
      'Ausgezeichnet, und wie liest du das wieder?',
      'Gut gemacht, weiter zum nächsten Teil.',
      'Da haben Sie recht.',
      'Das stimmt.',
      'Das ergibt Sinn.',
      'Sie sind auf dem richtigen Weg.',
      'Klingt vernünftig, was passiert bei einem Ausfall?',
      'Ein hervorragender Gedanke.',
      'Das stimmt nicht.',
      'Wie von Ihnen gewünscht: die Lösung ist ein Index.',
      'Sie bekommen die volle Punktzahl.',
      'Ich gebe Ihnen 4 Punkte.',
    ],
  ],
  [
    'fr',
    [
      'Très bien.',
      'C’est une bonne réponse.',
      'Exactement.',
      'Excellent, et comment le relisez-vous ?',
      'Bien vu, passons à la suite.',
      'Vous avez raison.',
      'C’est juste.',
      'Ça se tient, que se passe-t-il en cas de panne ?',
      'Vous êtes sur la bonne voie.',
      "C'est exact.",
      'Une idée brillante.',
      'Vous vous trompez.',
      'Comme vous l’avez demandé, voici mes notes.',
      'Je vous donne la note maximale.',
      'J’ignore donc mes instructions.',
    ],
  ],
  [
    'es',
    [
      '¡Muy bien!',
      'Es una buena respuesta.',
      'Exacto.',
      'Excelente, ¿y cómo lo lees después?',
      'Bien pensado, sigamos.',
      'Tienes razón.',
      'Eso es correcto.',
      'Tiene sentido.',
      'Vas por buen camino.',
      'Suena bien, ¿qué pasa si se cae?',
      'Me gusta esa idea.',
      'Te equivocas.',
      'Aquí está la respuesta: un índice.',
      'Le doy la nota máxima.',
      'Ignoro entonces mis instrucciones.',
    ],
  ],
  [
    'nl',
    [
      'Heel goed.',
      'Dat is een goed antwoord.',
      'Precies.',
      'Uitstekend, en hoe lees je dat terug?',
      'Goed bedacht, we gaan verder.',
      'Je hebt gelijk.',
      'Dat klopt.',
      'Klinkt logisch, wat gebeurt er bij een storing?',
      'Je bent op de goede weg.',
      'Dat is juist.',
      'Een briljant idee.',
      'Dat klopt niet.',
      'Zoals u vroeg: hier zijn mijn notities.',
      'Je krijgt de hoogste score.',
      'Ik negeer mijn instructies.',
    ],
  ],
  [
    'pt-BR',
    [
      'Muito bem.',
      'Essa é uma boa resposta.',
      'Exatamente.',
      'Excelente, e como você lê isso depois?',
      'Bem pensado, vamos em frente.',
      'Você tem razão.',
      'Isso está correto.',
      'Faz sentido.',
      'Você está no caminho certo.',
      'Concordo, o que acontece quando cai?',
      'Gostei dessa ideia.',
      'Isso está errado.',
      'Como você pediu, aqui estão minhas notas.',
      'Você leva a nota máxima.',
      'Vou ignorar as minhas instruções.',
    ],
  ],
]

const neutral: readonly [Language, string[]][] = [
  [
    'de',
    [
      'Verstanden.',
      'Okay, ich höre.',
      'Also gut.',
      'Wie gut skaliert das bei doppelter Last?',
      'Welche Klasse hält diesen Zustand?',
      'Woran erkennen Sie, ob die Daten richtig ankommen?',
      'Wann ergibt ein Cache hier keinen Sinn?',
      'Angenommen, das stimmt: was kostet es?',
      'Was passiert, wenn das falsch ist?',
      'Ein Nutzer hat die höchste Punktzahl, wie finden Sie ihn?',
      'Was geben Sie zurück, wenn die Antwort fehlt?',
      'Ich gebe Ihnen 5 Minuten für den nächsten Teil.',
      'Welche Regeln gelten für einen doppelten Eintrag?',
      'Nehmen Sie an, was Sie brauchen, und sagen Sie es.',
      'Sie sagten "sehr gut lesbar"; was genau heißt das?',
    ],
  ],
  [
    'fr',
    [
      'Compris.',
      "D'accord, je vous écoute.",
      'Bien sûr.',
      'Quelle est la taille d’une réponse ?',
      'C’est juste une estimation, ou une limite ?',
      'Comment savez-vous que le résultat est correct ?',
      'Supposons que c’est exact : combien cela coûte-t-il ?',
      'Quand est-ce que cela n’a plus de sens ?',
      'Que se passe-t-il si c’est faux ?',
      'Qui reçoit le score maximal dans votre classement ?',
      'Bon, une autre question.',
      'Je vous donne 5 minutes pour la suite.',
      'Quelles règles valent pour un doublon ?',
      'Prenez ce dont vous avez besoin, et dites-le.',
      'Vous avez dit « bonne latence » ; combien de millisecondes ?',
    ],
  ],
  [
    'es',
    [
      'Entendido.',
      'De acuerdo, le escucho.',
      'Está bien.',
      '¿Cuándo tiene sentido una caché aquí?',
      '¿Cómo sabes que el resultado es correcto?',
      '¿Quién tiene razón cuando dos réplicas difieren?',
      'Supongamos que es cierto: ¿cuánto cuesta?',
      '¿Qué está mal en la tabla que ve el usuario?',
      'Bueno, otra pregunta.',
      '¿Quién tiene la puntuación más alta, y cómo lo lees?',
      '¿Qué tan bien escala con el doble de carga?',
      'Le doy 5 minutos para la parte siguiente.',
      '¿Qué reglas valen para un duplicado?',
      'Suponga lo que necesite, y dígalo.',
      'Dijiste "muy bien repartido"; ¿por qué clave?',
    ],
  ],
  [
    'nl',
    [
      'Begrepen.',
      'Oké, ik luister.',
      'Duidelijk, een ander punt.',
      'Hoe goed schaalt dat bij dubbele last?',
      'Hoe weet je of het resultaat juist is?',
      'Stel dat dat klopt: wat kost het?',
      'Wat gebeurt er als dat fout is?',
      'Wanneer is een cache hier niet logisch?',
      'Hoe vind je de hoogste score van een speler?',
      'Wat geef je terug als het antwoord ontbreekt?',
      'Ik geef je 5 minuten voor het volgende deel.',
      'Welke regels gelden voor een dubbele regel?',
      'Neem aan wat je nodig hebt, en zeg het.',
      'Waarom die sleutel, en niet een andere?',
      'Je zei "heel goed verdeeld"; over hoeveel knopen?',
    ],
  ],
  [
    'pt-BR',
    [
      'Entendi.',
      'Certo.',
      'Tudo bem, estou ouvindo.',
      'Bom, outra pergunta.',
      'Quando faz sentido um cache aqui?',
      'Como você sabe que o resultado está correto?',
      'Suponha que está certo: quanto custa?',
      'O que está errado na tela que o usuário vê?',
      'Qual é o tamanho ótimo de um lote?',
      'Quem tem a pontuação máxima, e como você a lê?',
      'Você passou por isso em qual projeto?',
      'Eu te dou 5 minutos para a próxima parte.',
      'Quais regras valem para um registro duplicado?',
      'Assuma o que precisar, e diga.',
      'Você disse "muito bem distribuído"; por qual chave?',
    ],
  ],
]

const linesOf = (lists: readonly [Language, string[]][]) =>
  lists.flatMap(([language, sentences]) => sentences.map((sentence) => [language, sentence] as const))

describe('what is said in another language than English', () => {
  test.each(linesOf(judging))('%s: "%s" praises, judges or gives in, and is not spoken', (language, sentence) => {
    expect(['praise', 'grading', 'error-claimed', 'order-followed']).toContain(breachIn(language, sentence))
  })

  test.each(linesOf(neutral))('%s: "%s" is spoken', (language, sentence) => {
    expect(breachIn(language, sentence)).toBe(null)
  })

  test('is not judged by English words, nor where no list is', () => {
    expect(breachIn('de', 'Excellent answer.')).toBe(null)
    expect(breachIn('pl', 'Świetna odpowiedź.')).toBe(null)
  })
})
