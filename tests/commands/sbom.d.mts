/** The bill of materials as CycloneDX JSON text. */
export function billOfMaterials(): string;
