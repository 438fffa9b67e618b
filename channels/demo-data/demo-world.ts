import type { SemanticModel, Taxonomy } from '../../knowledge/index.ts';
import { createRandom, cumulate } from './random.ts';

export interface DemoDistrict {
  name: string;
  /** Inhabitants in ten thousands: rounded guesses that give the demo its proportions, no statistics. */
  people: number;
  streets: string[];
  /** Around 1; above it, tickets take longer and satisfy fewer. */
  slowness: number;
}

export interface DemoCategory {
  code: string;
  name: string;
  group: string;
  urgency: string;
  owner: string;
}

/** What the synthetic rows are drawn from. */
export interface DemoWorld {
  districts: DemoDistrict[];
  districtWeights: number[];
  categories: DemoCategory[];
  /** For each month (January first) the cumulative weights of the categories. */
  categoryWeights: number[][];
}

export const demoSeed = 'yuwen-demo-1';

const people: Record<string, number> = {
  渝中区: 58, 大渡口区: 42, 沙坪坝区: 110, 九龙坡区: 118, 南岸区: 122, 北碚区: 60, 巴南区: 120, 两江新区: 350, 高新区: 78,
  涪陵区: 111, 长寿区: 68, 江津区: 135, 合川区: 124, 永川区: 115, 南川区: 57, 綦江区: 76, 大足区: 83, 璧山区: 76,
  铜梁区: 69, 潼南区: 68, 荣昌区: 66, 万盛经开区: 23, 万州区: 156, 开州区: 119, 梁平区: 64, 城口县: 19, 丰都县: 55,
  垫江县: 64, 忠县: 71, 云阳县: 92, 奉节县: 73, 巫山县: 45, 巫溪县: 38, 黔江区: 48, 武隆区: 35, 石柱土家族自治县: 38,
  秀山土家族苗族自治县: 49, 酉阳土家族苗族自治县: 60, 彭水苗族土家族自治县: 52,
}; // biome-ignore format: a table

/** How often each group is complained of, in arbitrary units; and the months in which that rises, with the factor. */
const groups: Record<string, { weight: number; season?: { months: number[]; factor: number } }> = {
  C01: { weight: 10, season: { months: [5, 6, 7, 8], factor: 1.3 } },
  C02: { weight: 7, season: { months: [6, 7, 8, 9], factor: 1.5 } },
  C03: { weight: 7, season: { months: [7, 8, 1], factor: 1.6 } },
  C04: { weight: 17 },
  C05: { weight: 14, season: { months: [5, 6, 7, 8, 9], factor: 1.4 } },
  C06: { weight: 12 },
  C07: { weight: 10, season: { months: [1, 2, 11], factor: 1.2 } },
  C08: { weight: 8, season: { months: [12, 1], factor: 2.2 } },
  C09: { weight: 3 },
  C10: { weight: 3, season: { months: [5, 6, 7, 8], factor: 2.5 } },
  C11: { weight: 2 },
  C12: { weight: 5 },
  C13: { weight: 2 },
  C14: { weight: 2, season: { months: [5, 10], factor: 2 } },
  C15: { weight: 2 },
  C16: { weight: 1.5 },
  C17: { weight: 1 },
  C18: { weight: 5 },
};

export function createDemoWorld(model: SemanticModel, taxonomy: Taxonomy): DemoWorld {
  const districts = demoDistricts(model);
  const categories = taxonomy.groups.flatMap(({ name, categories: level2 }) =>
    level2.map((category) => ({
      code: category.code,
      name: category.name,
      group: name,
      urgency: category.urgency,
      owner: category.owners[0]!,
    })),
  );
  return {
    districts,
    districtWeights: cumulate(districts.map(({ people: many }) => Math.sqrt(many) * many)),
    categories,
    categoryWeights: Array.from({ length: 12 }, (_, month) => cumulate(weightsIn(month + 1, categories))),
  };
}

function demoDistricts({ regions, divisions }: SemanticModel): DemoDistrict[] {
  const towns = divisions.towns.filter(({ validTo }) => validTo === undefined);
  return regions.flatMap(({ districts }) =>
    districts.map((name) => ({
      name,
      people: people[name] ?? 30,
      streets: towns.filter((town) => (town.administeredBy ?? town.district) === name).map((town) => town.name),
      slowness: 0.7 + 0.6 * createRandom(`${demoSeed}:district:${name}`).next(),
    })),
  );
}

/** Within a group every category has a weight of its own, the same in every month. */
function weightsIn(month: number, categories: readonly DemoCategory[]): number[] {
  return categories.map(({ code }) => {
    const { weight = 1, season } = groups[code.slice(0, 3)] ?? {};
    const own = 0.3 + createRandom(`${demoSeed}:category:${code}`).skewed(1);
    const inGroup = categories.filter((other) => other.code.startsWith(code.slice(0, 3))).length;
    return (weight / inGroup) * own * (season?.months.includes(month) ? season.factor : 1);
  });
}
