import { json } from '../http/answer.ts';
import { withBody, type Handlers } from '../http/call.ts';
import { companyOf, companyPreview } from '../data/companies.ts';
import { validationError } from '../error-answers.ts';
import { numberFrom, opaqueId } from '../data/hash.ts';
import { anything, day, list, object, text, whole } from '../shape.ts';

const VISITS = object(
  {
    domains: list(text(), 1),
    startDate: day(),
    endDate: day(),
    pagination: object({ page: whole(0), size: whole(1, 150) }, {}),
  },
  { sort: anything(), filters: anything() },
);
const THREE_MONTHS_MS = 92 * 86_400_000;
const VISITORS = 40;

/** Companies that visited a tracked site. Only example.com and its subdomains are tracked here. */
export const WEBSITE_VISITS: Handlers = {
  'companies.website-visits': withBody(
    VISITS,
    (call, { domains, startDate, endDate, pagination }) => {
      const stranger = domains.find((domain) => !/^(.+\.)?example\.com$/i.test(domain));
      if (stranger !== undefined) {
        return validationError(`domain ${stranger.slice(0, 100)} is not configured for tracking`);
      }
      const range = Date.parse(endDate) - Date.parse(startDate);
      if (range < 0 || range > THREE_MONTHS_MS) {
        return validationError('date range must not exceed 3 months');
      }
      const first = pagination.page * pagination.size;
      const length = Math.max(0, Math.min(pagination.size, VISITORS - first));
      const results = Array.from({ length }, (_, index) => {
        const id = opaqueId(call.world.seed, 'visitor', String(first + index));
        const company = companyOf(call.world, { id });
        const score = 1 + numberFrom(100, call.world.seed, id, 'visits');
        return {
          ...companyPreview(company),
          score,
          scoreBand: score > 66 ? 'hot' : score > 33 ? 'warm' : 'cold',
          totalSessions: Math.ceil(score / 8),
          uniqueVisitors: Math.ceil(score / 20),
          lastVisit: endDate,
        };
      });
      return json(200, {
        requestId: call.requestId,
        results,
        pagination: { ...pagination, total: VISITORS },
        billing: { creditsCharged: 0, resultsReturned: results.length },
      });
    },
  ),
};
