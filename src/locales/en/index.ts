import shared from './shared.json' with { type: 'json' };

export default { shared };
