export declare function findSoffice(): string | undefined;
export declare function ensureLibreOffice(log: (message: string) => void): Promise<void>;
