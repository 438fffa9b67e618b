import type { PairModel } from './pair-model.ts';

/** Learnt from the dev half of the authored set of clusters; a test of that suite learns them again and compares. */
export const learntPairModel: PairModel = {
  place: {
    bias: 1.817,
    weights: {
      pairs: 1.837,
      triples: 0.565,
      rareStretch: 2.759,
      opening: 1.865,
      sharedName: 2.653,
      noName: -1.851,
      otherEstate: -0.688,
      otherRoad: -1.561,
      otherOrganisation: -2.755,
      otherTransport: -0.633,
      otherVillage: -1.419,
      sameDistrict: 0.883,
      otherDistrict: -2.722,
      sameStreet: 1.399,
      otherStreet: -1.37,
      otherNumber: -1.138,
    },
  },
  problem: {
    bias: -1.88,
    weights: {
      problem: 1.347,
      meaning: 4.681,
      wholeMeaning: 5.597,
      category: 4.831,
      opening: 1.864,
      daysApart: -5.705,
    },
  },
};
