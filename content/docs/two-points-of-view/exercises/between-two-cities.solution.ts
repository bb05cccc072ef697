import type { Solution } from '#widgets';

export const betweenTwoCitiesSolution: Solution = {
  exercise: 'two-points-of-view/between-two-cities',
  values: { 'set-up': 'quic', place: 'frankfurt', 'page-bytes': 20_000 },
  withoutLever: { place: 'frankfurt', 'page-bytes': 20_000 },
  alternatives: [{ 'set-up': 'quic' }, { 'set-up': 'tls13', place: 'frankfurt', 'page-bytes': 20_000 }],
};
