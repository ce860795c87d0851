import { GLOSSARY, type Term } from '../../../../knowledge/glossary.ts';
import { topicById } from '../../../../knowledge/topics.ts';
import type { PageSection } from '../../../../render/pages/look-up-page.ts';
import { foundPage, said, sourcesOf, type FoundPage } from './found-page.ts';

/** The page of a subject that people ask about; null when there is none of this name. */
export function factTopicPage(name: string): FoundPage | null {
  const topic = topicById(name.toLowerCase());
  if (topic === undefined) return null;
  const { id, title, about, answer, facts, run = [], see } = topic;
  return foundPage({
    kind: 'topic',
    title,
    subtitle: about,
    sections: [
      { label: 'ANSWER', lines: answer.map(said) },
      { label: 'MORE', lines: facts.map(({ text }) => ({ text: `- ${text}` })) },
      { label: 'RUN', lines: run },
      seeSection(see),
    ],
    sources: sourcesOf([...answer, ...facts]),
    data: { id, about, answer, facts, run, see },
    isBrief: true,
  });
}

/** What a word of the trade means; null for a word that the glossary does not have. */
export function termPage(name: string): FoundPage | null {
  const wanted = name.toLowerCase();
  const isMeant = ({ term, also }: Term) =>
    [term, ...also].some((word) => word.toLowerCase() === wanted);
  const found = GLOSSARY.find(isMeant);
  if (found === undefined) return null;
  return foundPage({
    kind: 'term',
    title: found.term,
    subtitle: 'word of the trade',
    sections: [{ label: 'MEANS', lines: [said(found)] }, seeSection([found.see])],
    sources: [found.source],
    data: { id: found.term, ...found },
    isBrief: true,
  });
}

/** Every word of the trade. */
export function glossaryPage(): FoundPage {
  return foundPage({
    kind: 'topic',
    title: 'Glossary',
    subtitle: 'words of the trade as Lusha uses them',
    sections: [{ label: 'WORDS', lines: GLOSSARY.map(({ term, text }) => ({ name: term, text })) }],
    sources: GLOSSARY.map(({ source }) => source),
    data: GLOSSARY,
  });
}

function seeSection(names: readonly string[]): PageSection {
  const text = names.length === 0 ? [] : [{ text: names.join(', ') }];
  return { label: 'SEE ALSO', lines: text };
}
