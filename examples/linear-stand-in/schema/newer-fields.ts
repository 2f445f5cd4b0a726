/**
 * What Linear's SDK 98 asks for and Linear's published schema of July 2026 does not have yet,
 * with the types and nullability that the SDK declares. Both scripts add this to Linear's schema
 * before they work with it; compare-schema says when an entry has become superfluous.
 */
export const NEWER_FIELDS = `
  enum LabelGroupType { multiSelect singleSelect }

  extend type IssueLabel {
    groupType: LabelGroupType
  }
  extend type Organization {
    defaultHomeViewTargetId: String
    suggestedBranchNameEnabled: Boolean!
  }
  extend type Project {
    resourceCount: Int!
  }
  extend type Team {
    viewerCanJoin: Boolean!
    viewerCanLeave: Boolean!
    viewerMembership: TeamMembership
  }
`;
