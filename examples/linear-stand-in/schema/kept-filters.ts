/**
 * How much of Linear's filters the stand-in keeps. Every filter reaches every other one, so the
 * whole of them is most of Linear's schema: kept are the fields by which a ticket's parts are looked
 * up, `and`, `or`, and one step to the team. Every other kind of input type is kept whole.
 */
export const KEPT_FILTER_FIELDS: Readonly<Record<string, readonly string[]>> = {
  AttachmentFilter: ["and", "or", "id", "title", "url"],
  CommentFilter: ["and", "or", "body", "id"],
  IssueFilter: ["and", "or", "id", "title"],
  IssueLabelFilter: ["and", "or", "id", "name", "team"],
  NullableTeamFilter: ["and", "or", "id", "key", "name", "null"],
  ProjectFilter: ["and", "or", "id", "name", "slugId"],
  TeamFilter: ["and", "or", "id", "key", "name"],
  UserFilter: ["and", "or", "active", "app", "displayName", "email", "id", "name"],
  WorkflowStateFilter: ["and", "or", "id", "name", "team", "type"],
};
