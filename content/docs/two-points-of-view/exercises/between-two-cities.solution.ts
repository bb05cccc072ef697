import type { Solution } from '#widgets';

export const betweenTwoCitiesSolution: Solution = {
  exercise: 'two-points-of-view/between-two-cities',
  values: { 'set-up': 'quic', place: 'frankfurt' },
  withoutLever: { place: 'frankfurt', 'page-bytes': 20_000 },
  alternatives: [{ 'set-up': 'quic' }],
};
