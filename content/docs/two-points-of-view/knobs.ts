import type { ChoiceKnob, RangeKnob, SwitchKnob } from '#widgets';
import {
  asked,
  askedPath,
  keptPath,
  pageBytesPath,
  placePath,
  serverWorkPath,
  setUpPath,
  storageWayPath,
  storageWorkPath,
  unknownAddressPath,
} from './scenarios.ts';

export const placeKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'place',
  path: placePath,
  label: 'The server stands in',
  options: [
    { value: 'virginia', label: 'Virginia', set: 'virginia' },
    { value: 'singapore', label: 'Singapore', set: 'singapore' },
    { value: 'frankfurt', label: 'Frankfurt', set: 'frankfurt' },
    { value: 'cairo', label: 'Cairo', set: 'cairo' },
  ],
};

export const askedKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'asked',
  path: askedPath,
  label: 'The browser asks for',
  options: [
    { value: 'page', label: 'a page (HTML)', set: asked.page },
    { value: 'file', label: 'a script or photograph', set: asked.file },
    { value: 'data', label: 'data (API, JSON)', set: asked.data },
  ],
};

export const pageBytesKnob: RangeKnob = {
  kind: 'range',
  id: 'page-bytes',
  path: pageBytesPath,
  label: 'Size of the page',
  minimum: 2000,
  maximum: 2_000_000,
  step: 1000,
  scale: 'log',
  format: 'bytes',
};

export const serverWorkKnob: RangeKnob = {
  kind: 'range',
  id: 'server-work',
  path: serverWorkPath,
  label: 'Work of the server',
  minimum: 0.001,
  maximum: 0.5,
  step: 0.001,
  scale: 'log',
};

export const storageWorkKnob: RangeKnob = {
  kind: 'range',
  id: 'storage-work',
  path: storageWorkPath,
  label: 'Work of the database',
  minimum: 0.001,
  maximum: 0.5,
  step: 0.001,
  scale: 'log',
};

export const storagePlaceKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'storage-place',
  path: storageWayPath,
  label: 'The database is',
  options: [
    { value: 'same', label: 'on the same machine', set: 0 },
    { value: 'building', label: 'in the same building', set: 0.000_25 },
    { value: 'coast', label: 'on the other coast', set: 0.03 },
  ],
};

export const setUpKnob: ChoiceKnob = {
  kind: 'choice',
  id: 'set-up',
  path: setUpPath,
  label: 'A connection is made in',
  options: [
    { value: 'tls12', label: '3 round trips (TCP, TLS 1.2)', set: 3 },
    { value: 'tls13', label: '2 round trips (TCP, TLS 1.3)', set: 2 },
    { value: 'quic', label: '1 round trip (HTTP/3)', set: 1 },
    { value: 'none', label: 'none (it is open)', set: 0 },
  ],
};

export const keptKnob: SwitchKnob = {
  kind: 'switch',
  id: 'kept',
  path: keptPath,
  label: 'The connection is kept for the next page',
  on: true,
  off: false,
};

export const addressKnob: SwitchKnob = {
  kind: 'switch',
  id: 'address',
  path: unknownAddressPath,
  label: 'The address has to be looked up',
  on: 1,
  off: 0,
};
