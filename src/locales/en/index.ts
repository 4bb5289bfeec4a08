import desk from './desk.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import reporting from './reporting.json' with { type: 'json' };
import shared from './shared.json' with { type: 'json' };

export default { desk, people, reporting, shared };
