import shared from './shared.json' with { type: 'json' };
import workshops from './workshops.json' with { type: 'json' };

export default { shared, workshops };
