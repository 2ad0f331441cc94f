import { PrmError } from './prm-error.js';

/** An optional part is not installed; the message holds the exact install command. */
export class MissingDependencyError extends PrmError {
  override readonly name = 'MissingDependencyError';

  constructor(packageName: string, neededFor: string, options?: ErrorOptions) {
    super(`Expected the package \`${packageName}\` for ${neededFor}, but it could not be loaded. Install it: npm install ${packageName}`, options);
  }
}
