import { LinkFaults } from '../operations/link-faults.ts';
import type { Parts } from '../scenario/parts.ts';
import { checkLinks, link } from '../scenario/link.ts';
import { RunningLink } from './running-link.ts';

/** What lies between nodes. */
export const links: Parts['links'] = { link, check: checkLinks, Link: RunningLink, Faults: LinkFaults };
