import type { Failure } from '../../primitives/index.ts';
import { t } from '../../language/index.ts';
import {
  CARDS_ON_A_PAGE,
  readRoster,
  sheetsOf,
  writeRoster,
  type CardHolder,
  type CardsOnAPage,
} from '../../markers/index.ts';
import { isRecord, keep, kept } from '../kept.ts';
import { keepLook, keptLook } from '../paper-look.ts';
import type { Recite } from '../recite.svelte.ts';
import { ClassLists } from './class-lists.svelte.ts';

const KEY = 'recite-marker-cards';
/** Sets of cards for any class. */
export const SET_SIZES = [10, 20, 30, 40] as const;

/** A class while it is being written. */
export interface Roster {
  /** '' while it is new. */
  readonly id: string;
  readonly name: string;
  /** One student a line. */
  readonly text: string;
}

/** The page that prints marker cards, and keeps the classes that hold them. */
export class CardDesk {
  readonly #recite: Recite;
  readonly lists = new ClassLists();

  ready = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** Whose cards: the id of a class; '': a set without names. */
  chosen = $state('');
  count = $state<number>(30);
  perPage = $state<CardsOnAPage>(2);
  /** Name and number on the back of each card. */
  backs = $state(true);
  size = $state(keptLook().size);
  edge = $state(keptLook().edge);
  roster = $state.raw<Roster | null>(null);

  /** Draws a card's marker; there once it is loaded. */
  modulesOf = $state.raw<((number: number) => boolean[][]) | null>(null);

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  async open(): Promise<void> {
    this.lists.load();
    const value = kept(KEY);
    if (isRecord(value)) {
      this.perPage = CARDS_ON_A_PAGE.find((one) => one === value.perPage) ?? 2;
      this.count = SET_SIZES.find((one) => one === value.count) ?? 30;
      this.backs = value.backs !== false;
    }
    this.chosen = this.lists.all.at(-1)?.id ?? '';
    await this.#recite.start();
    const { modulesOf } = await import('../../markers/detect/index.ts');
    this.modulesOf = modulesOf;
    this.ready = true;
  }

  cards = $derived.by((): readonly CardHolder[] => {
    const list = this.lists.get(this.chosen);
    if (list) return list.students;
    return Array.from({ length: this.count }, (_, at) => ({ card: at + 1, name: '' }));
  });

  sheets = $derived(sheetsOf(this.cards, this.perPage, this.edge));

  change(
    part: Partial<Pick<CardDesk, 'chosen' | 'count' | 'perPage' | 'backs' | 'size' | 'edge'>>,
  ): void {
    Object.assign(this, part);
    const { count, perPage, backs, size, edge } = this;
    keep(KEY, { count, perPage, backs });
    keepLook({ ...keptLook(), size, edge });
  }

  /** Opens the chosen class to be changed, or a new one. */
  write(id: string): void {
    const list = this.lists.get(id);
    this.failure = null;
    this.roster = { id, name: list?.name ?? '', text: writeRoster(list?.students ?? []) };
  }

  /** What the text would be as a class. */
  read = $derived.by(() => {
    const { id = '', text = '' } = this.roster ?? {};
    return readRoster(text, this.lists.get(id)?.students);
  });

  save(): void {
    if (!this.roster) return;
    const { students } = this.read;
    const id = this.roster.id || this.#newId();
    const name = this.roster.name.trim() || t('Class {0}', this.lists.all.length + 1);
    const saved = this.lists.save({ id, name, students });
    this.failure = saved.ok ? null : saved.error;
    if (!saved.ok) return;
    this.chosen = id;
    this.roster = null;
  }

  remove(): void {
    if (!this.roster) return;
    const removed = this.lists.remove(this.roster.id);
    this.failure = removed.ok ? null : removed.error;
    if (!removed.ok) return;
    this.chosen = this.lists.all.at(-1)?.id ?? '';
    this.roster = null;
  }

  #newId(): string {
    return this.#recite.environment.newId();
  }
}
